import { preamble, type ReportLine, type ReportView } from './report-view.ts';
import { colourMarks, colourNames, directionNames, headings, texts, wrongSides } from './texts.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] as string);

/** Prints on A4 on its side; everything is in the page itself. */
const style = `
:root { color: #1b2733; background: #fff; font: 10.5pt/1.45 "Segoe UI", "Noto Sans", Arial, sans-serif; }
body { margin: 0 auto; max-width: 277mm; padding: 8mm; }
header { border-bottom: 2pt solid #154273; margin-bottom: 5mm; }
h1 { font-size: 20pt; line-height: 1.2; margin: 0; color: #154273; }
h2 { font-size: 13pt; margin: 7mm 0 2mm; color: #154273; break-after: avoid; }
.subtitle { margin: 1mm 0 3mm; font-size: 12pt; }
.about { margin: 0 0 4mm; padding: 0; list-style: none; columns: 2; column-gap: 10mm; font-size: 9.5pt; }
.about li { break-inside: avoid; overflow-wrap: anywhere; margin-bottom: .8mm; }
.warning { border: 1.2pt solid #9a2b2b; border-left-width: 4pt; padding: 2mm 4mm; margin: 0 0 4mm; break-inside: avoid; }
.warning p { margin: 0; }
.warning p:first-child { font-weight: 600; }
.counts { display: flex; gap: 4mm; list-style: none; margin: 0 0 4mm; padding: 0; }
.counts li { flex: 1; border: .5pt solid #b6c3d0; border-radius: 1.5mm; padding: 2mm 3mm; }
.counts b { font-size: 15pt; margin-right: 1.5mm; }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt; }
caption { text-align: left; font-weight: 600; padding-bottom: 2mm; }
th, td { text-align: left; vertical-align: top; padding: 1.2mm 2mm; border-bottom: .5pt solid #c9d3dd; }
thead th { background: #e6ecf2; border-bottom: 1pt solid #154273; font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 600; width: 31%; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead th.number { white-space: normal; }
.words { text-align: right; }
.note { display: block; font-weight: 400; font-size: 8.5pt; color: #44525f; }
.colour { white-space: nowrap; font-weight: 600; }
.GREEN { color: #14602a; } .AMBER { color: #8a5300; } .RED { color: #9a1c1c; } .UNKNOWN { color: #44525f; }
dl { margin: 0; font-size: 9.5pt; columns: 2; column-gap: 10mm; }
dl > div { break-inside: avoid; margin-bottom: 2.4mm; }
dt { font-weight: 600; } dd { margin: 0; }
@page { size: A4 landscape; margin: 12mm 10mm; }
@media print { body { max-width: none; padding: 0; } :root { font-size: 9.5pt; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;

const colour = (code: keyof typeof colourNames): string =>
  `<span class="colour ${code}"><span aria-hidden="true">${colourMarks[code]}</span> ${escaped(colourNames[code])}</span>`;

/** A value is short and right; words why there is none may take lines. */
const valueCell = (value: number | null, text: string): string =>
  value === null ? `<td class="words"><span class="note">${escaped(text)}</span></td>` : `<td class="number">${escaped(text)}</td>`;

const forecastCell = (text: string | null): string => `<td class="number">${escaped(text ?? '–')}</td>`;

/** Limits, in the unit of the indicator. */
const limitsOf = ({ amberBeyond, redBeyond, direction }: ReportLine): string => {
  const format = new Intl.NumberFormat('nl-NL');
  return texts.limits(format.format(amberBeyond), format.format(redBeyond), wrongSides[direction]);
};

const notesOf = (line: ReportLine): string =>
  [line.whyText === line.text ? null : line.whyText, line.complete ? null : texts.missing(line.missing)]
    .filter((note) => note !== null)
    .map((note) => `<span class="note">${escaped(note)}</span>`)
    .join('');

const todayCells = ({ today, difference, differenceText }: ReportLine): string => {
  if (today === null) return '<td>–</td><td>–</td><td class="number">–</td>';
  const changed = difference === 0 ? texts.noDifference : (differenceText ?? '–');
  return `${valueCell(today.value, today.text)}<td>${colour(today.colour)}</td><td class="number">${escaped(changed)}</td>`;
};

const row = (line: ReportLine): string => `<tr>
<th scope="row">${escaped(line.title)}<span class="note">${escaped(directionNames[line.direction])}${line.manual ? `; ${headings.manual.toLowerCase()}` : ''}</span>${notesOf(line)}</th>
<td class="number">${escaped(line.targetText)}</td>
${valueCell(line.value, line.text)}
${forecastCell(line.forecastText)}
<td>${colour(line.colour)}</td>
${todayCells(line)}
</tr>`;

const warning = ({ document, missing }: ReportView): string => {
  if (document.complete) return '';
  const because = document.acceptedBecause === null ? [] : [texts.acceptedBecause(document.acceptedBecause)];
  return `<div class="warning" role="note">${[texts.incomplete, texts.missing(missing), ...because].map((text) => `<p>${escaped(text)}</p>`).join('')}</div>`;
};

const counts = ({ lines }: ReportView): string => {
  const codes = Object.keys(colourNames) as (keyof typeof colourNames)[];
  const items = codes.map((code) => `<li><b>${lines.filter((line) => line.colour === code).length}</b>${colour(code)}</li>`);
  return `<h2>${escaped(texts.summary)}</h2>\n<ul class="counts">${items.join('')}</ul>`;
};

/** A page that stands by itself: no script, nothing from elsewhere. */
export const htmlOf = (view: ReportView): string => {
  const { document, lines } = view;
  const title = `${texts.title} ${document.municipality.name}, ${texts.quarter(document.quarter, document.year)}`;
  const shown = new Set(document.complete ? [] : [texts.incomplete, texts.missing(view.missing), texts.acceptedBecause(document.acceptedBecause ?? '')]);
  const heads: [text: string, kind: string][] = [
    [headings.title, ''],
    [headings.target, 'number'],
    [headings.value, 'number'],
    [headings.forecast, 'number'],
    [headings.colour, ''],
    [headings.todayValue, 'number'],
    [headings.todayColour, ''],
    [headings.difference, 'number'],
  ];
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p class="subtitle">${escaped(texts.subtitle)}</p>
</header>
<main>
${warning(view)}
<ul class="about">${preamble(view)
    .filter((text) => !shown.has(text))
    .map((text) => `<li>${escaped(text)}</li>`)
    .join('')}</ul>
${counts(view)}
<table>
<caption>${escaped(texts.caption)}</caption>
<thead><tr>${heads.map(([text, kind]) => `<th scope="col"${kind && ` class="${kind}"`}>${escaped(text)}</th>`).join('')}</tr></thead>
<tbody>
${lines.map(row).join('\n')}
</tbody>
</table>
<h2>${escaped(texts.definitions)}</h2>
<dl>
${lines.map((line) => `<div><dt>${escaped(line.title)}</dt><dd>${escaped(line.definition)} ${escaped(texts.definition(line.definitionVersion))} ${escaped(limitsOf(line))}</dd></div>`).join('\n')}
</dl>
</main>
</body>
</html>
`;
};
