import { QueryFailedError } from 'typeorm';
import { GraphQLError } from 'graphql';

/** Numbers as long as a BSN, a phone number or a KvK number. */
const longNumber = /\d{7,}/g;
const address = /[\w.+-]+@[\w-]+\.[\w.-]+/g;
const quoted = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g;

/** A text that may name a place in a program and no person: without long numbers and mail addresses. */
export const withoutNumbers = (text: string): string => text.replaceAll(address, '…').replaceAll(longNumber, '…');

/** Their messages name fields and functions; those of all others may quote what somebody typed. */
const ofTheProgram = new Set(['TypeError', 'ReferenceError', 'RangeError']);

const messageOf = (error: Error): string => {
  // MariaDB repeats the value of a row that exists already.
  if (error instanceof QueryFailedError) return (error.driverError as { code?: string }).code ?? '';
  return withoutNumbers(ofTheProgram.has(error.name) ? error.message : error.message.replaceAll(quoted, '"…"'));
};

/** What a log may say of an error: its kind, where it happened, and its message without what somebody may have typed. */
export const loggable = (error: unknown): string => {
  if (typeof error === 'string') return withoutNumbers(error);
  if (!(error instanceof Error)) return typeof error;
  if (error instanceof GraphQLError && error.originalError) return loggable(error.originalError);
  const places = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return [`${error.name}: ${messageOf(error)}`, ...places, ...(error.cause === undefined ? [] : [`caused by ${loggable(error.cause)}`])].join('\n');
};
