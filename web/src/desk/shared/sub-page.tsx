import '../desk.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Page } from '../../app/page.tsx';
import { desk } from '../../texts/desk.ts';
import { employerPath } from './paths.ts';

/** A screen about a part of an employer, with the way back to it. */
export const SubPage = ({ title, employer, children }: { title: string; employer: { id: string; name?: string | undefined }; children: ReactNode }) => (
  <Page title={title}>
    <p className="stacked">
      <Link to={employerPath(employer.id)}>{employer.name === undefined ? desk.planPage.employer : desk.edit.backTo(employer.name)}</Link>
    </p>
    {children}
  </Page>
);
