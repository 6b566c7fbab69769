/** Settings of a gateway that one caller asks as fast as it answers: what is tested or measured is not how much of it somebody may have. */
export const withoutRates: Readonly<Record<string, string>> = {
  RATE_LIMIT_REQUESTS_PER_SECOND: '1000000',
  RATE_LIMIT_COST_PER_MINUTE: '1000000000000',
  RATE_LIMIT_ANONYMOUS_PER_SECOND: '1000000',
};
