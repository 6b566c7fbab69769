import { Button, Paragraph } from '@amsterdam/design-system-react';
import { Link } from 'react-router';
import { texts } from '../texts.ts';
import { Page } from './page.tsx';

const { problem } = texts;

/** An address that leads nowhere. */
export const NotFound = () => (
  <Page title={problem.notFoundHeading}>
    <Paragraph>{problem.notFound}</Paragraph>
    <Paragraph>
      <Link to="/">{problem.toStart}</Link>
    </Paragraph>
  </Page>
);

/** In the place of a screen that broke. */
export const Broken = () => (
  <Page title={problem.brokenHeading}>
    <Paragraph>{problem.broken}</Paragraph>
    <Button onClick={() => location.reload()}>{problem.reload}</Button>
  </Page>
);
