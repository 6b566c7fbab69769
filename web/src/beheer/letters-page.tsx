import { isNuo, useMe } from '../app/me.tsx';
import { Page } from '../app/page.tsx';
import { useAsk, useAskWerkplein } from '../graph/ask.ts';
import { texts } from '../texts.ts';
import { useAfter } from '../ui/pager.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { type LettersPageFragment, UndeliveredLettersDocument } from './letters.generated.ts';
import { WerkpleinUndeliveredLettersDocument } from './letters.werkplein.generated.ts';
import { Letters } from './letters.tsx';

const words = texts.beheer;

const Found = ({ letters }: { letters: LettersPageFragment | null | undefined }) =>
  letters ? <Letters letters={letters} /> : <Empty>{texts.common.notShown}</Empty>;

const OfNuo = () => {
  const asked = useAsk(UndeliveredLettersDocument, { variables: { after: useAfter() } });
  return <Answer asked={asked}>{({ letters }) => <Found letters={letters} />}</Answer>;
};

const OfWerkplein = () => {
  const asked = useAskWerkplein(WerkpleinUndeliveredLettersDocument, { variables: { after: useAfter() } });
  return <Answer asked={asked}>{({ werkplein }) => <Found letters={werkplein?.letters} />}</Answer>;
};

/** Letters of the own organisation that do not arrive. */
export const Component = () => {
  const atNuo = isNuo(useMe());
  return (
    <Page title={words.lettersTitle}>
      <p>{words.lettersIntro}</p>
      {atNuo ? <OfNuo /> : <OfWerkplein />}
    </Page>
  );
};
