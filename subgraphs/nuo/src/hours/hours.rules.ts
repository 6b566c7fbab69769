/** Billable hours, in hundredths, of some days of a month; both days belong to it. */
export interface BillablePart {
  from: string;
  until: string;
  hours: number;
}
