import type { SubjectExport } from './subject-access.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] as string);

const cell = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '<span class="none">niet vastgelegd</span>';
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  return escaped(typeof value === 'string' ? value : JSON.stringify(value));
};

/** One thing as a list of words and values: reads well on a small screen and in a screen reader. */
const list = (row: Record<string, unknown>): string =>
  `<dl>${Object.entries(row)
    .map(([word, value]) => `<dt>${escaped(word)}</dt><dd>${cell(value)}</dd>`)
    .join('')}</dl>`;

const grid = (caption: string, heads: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  rows.length === 0
    ? '<p>Geen.</p>'
    : `<table><caption>${escaped(caption)}</caption><thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>${rows
        .map((row) => `<tr>${row.map((value) => `<td>${cell(value)}</td>`).join('')}</tr>`)
        .join('')}</tbody></table>`;

const style = `body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
dl{display:grid;grid-template-columns:minmax(10rem,1fr) 2fr;gap:.25rem 1rem;border-top:1px solid #767676;padding-top:.5rem}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:600}th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:left;vertical-align:top}
.none{color:#595959}@media print{body{margin:0}h2{break-after:avoid}tr,dl{break-inside:avoid}}`;

/** The same for a person to read and print: one file, no script, no request to anywhere. */
export const accessPage = (found: SubjectExport): string => {
  const { controller, subject, madeAt, data, sources, recipients, accesses, commands, rights } = found;
  const title = `Uw gegevens bij ${controller.name}`;
  const sections = data.map(
    ({ title: heading, retention, rows }) =>
      `<section><h2>${escaped(heading)}</h2>${rows.length === 0 ? '<p>Geen.</p>' : rows.map(list).join('')}<p>Bewaartermijn: ${
        retention ? `${escaped(retention.term)} na ${escaped(retention.startEvent)} (${escaped(retention.source)})` : 'nog niet vastgesteld'
      }.</p></section>`,
  );
  return `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escaped(title)}</title><style>${style}</style></head>
<body><main><h1>${escaped(title)}</h1>
<p>Dit overzicht is gemaakt op <time datetime="${escaped(madeAt)}">${escaped(madeAt.slice(0, 10))}</time> voor ${escaped(subject.title)} met nummer ${escaped(subject.id)}.</p>
${sections.join('\n')}
<section><h2>Waar gegevens vandaan komen</h2>${grid(
    'Herkomst',
    ['Systeem', 'Nummer daar', 'Bij'],
    sources.map(({ system, key, table }) => [system, key, table]),
  )}
<p>Wat hier niet staat, kwam van u zelf of van een medewerker.</p></section>
<section><h2>Met wie gegevens zijn gedeeld</h2>${grid(
    'Ontvangers',
    ['Organisatie', 'Wat', 'Waarvoor', 'Vanaf', 'Tot en met'],
    recipients.map(({ organisation, what, purpose, from, until }) => [organisation, what, purpose, from, until]),
  )}</section>
<section><h2>Welke organisatie uw gegevens heeft gebruikt</h2>${grid(
    'Gebruik, nieuwste eerst',
    ['Wanneer', 'Organisatie', 'Wat', 'Waarvoor'],
    accesses.map(({ at, organisation, activity, purpose }) => [at, organisation, activity, purpose]),
  )}</section>
<section><h2>Opdrachten over u</h2>${grid(
    'Opdrachten, nieuwste eerst',
    ['Wanneer', 'Organisatie', 'Opdracht'],
    commands.map(({ at, organisation, command }) => [at, organisation, command]),
  )}</section>
<section><h2>Uw rechten</h2><p>${escaped(rights)}</p></section></main></body></html>
`;
};
