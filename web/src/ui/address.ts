interface Address {
  street: string | null;
  houseNumber: string | number | null;
  houseNumberAddition?: string | null;
  postcode: string | null;
  city: string | null;
}

/** An address on one line, the postcode as people write it; empty when nothing of it is known. */
export const addressText = ({ street, houseNumber, houseNumberAddition, postcode, city }: Address): string =>
  [
    [street, `${houseNumber ?? ''}${houseNumberAddition ?? ''}`].filter(Boolean).join(' '),
    [postcode?.replace(/^(\d{4})\s*([A-Z]{2})$/, '$1\u00a0$2'), city].filter(Boolean).join(' '),
  ]
    .filter(Boolean)
    .join(', ');
