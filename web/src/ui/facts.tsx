import { DescriptionList } from '@amsterdam/design-system-react';
import type { ReactNode } from 'react';
import { texts } from '../texts.ts';

/** Names with their values; what is null was not given to this reader, or is not known. */
export const Facts = ({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) => (
  <DescriptionList>
    {facts.map(([name, value]) => (
      <DescriptionList.Section key={name}>
        <DescriptionList.Term>{name}</DescriptionList.Term>
        <DescriptionList.Description>{value ?? texts.common.unknown}</DescriptionList.Description>
      </DescriptionList.Section>
    ))}
  </DescriptionList>
);
