/** The sign of the product, in the colour of the organisation: four around one. */
export const Sign = ({ size = 32 }: { size?: number }) => (
  <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
    <rect width="32" height="32" rx="6" fill="var(--wp-accent)" />
    <path d="M16 16 7 8M16 16l9-8M16 16l-9 8M16 16l9 8" stroke="#fff" strokeWidth="2" />
    <g fill="#fff">
      <circle cx="16" cy="16" r="4.5" />
      <circle cx="7" cy="8" r="3" />
      <circle cx="25" cy="8" r="3" />
      <circle cx="7" cy="24" r="3" />
      <circle cx="25" cy="24" r="3" />
    </g>
  </svg>
);
