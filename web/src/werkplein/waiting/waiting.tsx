import { Page } from '../../app/page.tsx';
import { werkpleinTexts } from '../../texts/werkplein.ts';
import { LawWaiting } from './law-waiting.tsx';
import { OrdersWaiting } from './orders-waiting.tsx';
import { PlacementsToAgree } from './placements.tsx';
import '../werkplein.css';

const { waiting: words } = werkpleinTexts;

/** What does not go on until regie says something; each list is asked by itself, so that one that fails leaves the others standing. */
export const WaitingScreen = () => (
  <Page title={words.title}>
    <nav className="choices" aria-label={words.onThisPage}>
      {words.sections.map(([id, label]) => (
        <a key={id} href={`#${id}`}>
          {label}
        </a>
      ))}
    </nav>
    <PlacementsToAgree />
    <OrdersWaiting />
    <LawWaiting />
  </Page>
);
