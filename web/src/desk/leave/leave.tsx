import '../desk.css';
import { Field, Label, Select } from '@amsterdam/design-system-react';
import { useSearchParams } from 'react-router';
import { Page } from '../../app/page.tsx';
import { texts } from '../../texts.ts';
import { desk } from '../../texts/desk.ts';
import { Answer, Empty } from '../../ui/states.tsx';
import { choicesOfColleagues, colleagueOf } from '../colleagues/choices.ts';
import { LeaveWork } from './leave-work.tsx';
import { useColleagues } from '../colleagues/use-colleagues.ts';

const { leave: words } = desk;
const WHO = 'collega';

/** Hands over everything of a colleague who leaves. */
export const Leave = () => {
  const [params, setParams] = useSearchParams();
  const chosen = params.get(WHO) ?? '';
  return (
    <Page title={words.title}>
      <p className="lead stacked">{words.intro}</p>
      <Answer asked={useColleagues()}>
        {(nodes) => {
          const from = colleagueOf(nodes, chosen);
          return (
            <>
              <Field className="desk-narrow stacked">
                <Label htmlFor="van-wie">{words.from}</Label>
                <Select id="van-wie" value={chosen} onChange={({ target }) => setParams(target.value === '' ? {} : { [WHO]: target.value })}>
                  <Select.Option value="">{texts.common.choose}</Select.Option>
                  {choicesOfColleagues(nodes).map(({ value, label }) => (
                    <Select.Option key={value} value={value}>
                      {label}
                    </Select.Option>
                  ))}
                </Select>
              </Field>
              {from ? <LeaveWork key={chosen} from={from} colleagues={nodes} /> : <Empty>{words.chooseFirst}</Empty>}
            </>
          );
        }}
      </Answer>
    </Page>
  );
};
