import type { ReactNode, SVGProps } from 'react';

// Drawn for these screens, under the names by which the components of the design system ask for theirs: those are Amsterdam's own (docs/decisions/0090).

type Icon = (props: SVGProps<SVGSVGElement>) => ReactNode;

const drawn =
  (shape: ReactNode): Icon =>
  (props) => (
    <svg aria-hidden="true" focusable="false" viewBox="0 0 24 24" xmlns="http://www.w3.org/2000/svg" {...props}>
      {shape}
    </svg>
  );

const lines = (path: string): Icon =>
  drawn(<path d={path} fill="none" stroke="currentColor" strokeLinecap="round" strokeLinejoin="round" strokeWidth="2.25" />);

/** A full shape with its sign left open. */
const sign = (shape: string, open: string): Icon => drawn(<path d={`${shape} ${open}`} fill="currentColor" fillRule="evenodd" />);

const disc = 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z';
const triangle = 'M12 2.5 23 21.5H1Z';
const stick = (top: number, bottom: number): string => `M10.9 ${top}h2.2v${bottom - top}h-2.2Z`;
const dot = (at: number): string => `M10.8 ${at}h2.4v2.4h-2.4Z`;

export const ChevronBackwardIcon: Icon = lines('m15 5-7 7 7 7');
export const ChevronForwardIcon: Icon = lines('m9 5 7 7-7 7');
export const ChevronDownIcon: Icon = lines('m5 9 7 7 7-7');
export const ChevronDoubleBackwardIcon: Icon = lines('m12 5-7 7 7 7m7-14-7 7 7 7');
export const ChevronDoubleForwardIcon: Icon = lines('m5 5 7 7-7 7m7-14 7 7-7 7');
export const ArrowForwardIcon: Icon = lines('M4 12h16m-6-6 6 6-6 6');
export const CloseIcon: Icon = lines('m5 5 14 14M19 5 5 19');
export const SearchIcon: Icon = lines('M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm5 11.5L20.5 20.5');
export const DocumentIcon: Icon = lines('M6 3h8l4 4v14H6ZM14 3v4h4M9 12h6m-6 4h6');
export const WarningIcon: Icon = lines('M12 3.5 22 20.5H2ZM12 10v4.5m0 2.6v.1');
export const PersonFillIcon: Icon = sign('M12 3a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z', 'M3.5 21.5a8.5 7.5 0 0 1 17 0Z');
export const ErrorFillIcon: Icon = sign(disc, `${stick(6, 13.5)} ${dot(15.4)}`);
export const InfoFillIcon: Icon = sign(disc, `${dot(6)} ${stick(10, 18)}`);
export const WarningFillIcon: Icon = sign(triangle, `${stick(9, 15)} ${dot(16.6)}`);
export const SuccessFillIcon: Icon = sign(disc, 'M10.6 16.9 6 12.3l1.6-1.6 3 3 5.8-5.8L18 9.5Z');
