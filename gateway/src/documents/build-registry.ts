import { GraphQLError, Kind, type OperationDefinitionNode, parse, print, validate } from 'graphql';
import { allLimits, checkCost, checkLimits, COST_LIMIT, entityFamilies, openOperation } from '../limits/index.ts';
import { apiSchema } from '../supergraph/api-schema.ts';
import { documentId, type TrustedDocument } from './registry.ts';

/** The registry file of these documents (name → text): each valid on the supergraph, one named operation, and within the limits. Throws with all problems. */
export const buildRegistry = async (texts: Readonly<Record<string, string>>, supergraphSdl: string): Promise<string> => {
  const schema = await apiSchema(supergraphSdl);
  const families = entityFamilies(supergraphSdl, schema);
  const limits = allLimits(() => families);
  const problems: string[] = [];
  const checked = (name: string, text: string): TrustedDocument[] => {
    try {
      const document = parse(text, { noLocation: true });
      const operations = document.definitions.filter((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION);
      const [operation] = operations;
      if (!operation || operations.length > 1 || operation.name?.value !== name) throw new GraphQLError(`give one operation, named ${name} as its file`);
      const invalid = validate(schema, document);
      if (invalid.length > 0) throw new GraphQLError(invalid.map(({ message }) => message).join('; '));
      const opened = openOperation(schema, document, operation);
      checkLimits(limits, opened);
      checkCost(opened, {}, COST_LIMIT);
      return [{ name, document: print(document) }];
    } catch (error) {
      problems.push(`${name}: ${(error as Error).message}`);
      return [];
    }
  };
  const documents = Object.keys(texts)
    .sort()
    .flatMap((name) => checked(name, texts[name] as string));
  if (problems.length > 0) throw new Error(`These documents cannot be trusted:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  return `${JSON.stringify(Object.fromEntries(documents.map((each) => [documentId(each.document), each])), null, 2)}\n`;
};
