/** How something stands, for the eye; the words say the same. */
export type Tone = 'neutral' | 'good' | 'attention' | 'bad' | 'info';

const signs: Record<Tone, string> = { neutral: '', good: '✓', attention: '!', bad: '✕', info: 'i' };

/** A state in words, with a sign besides its colour. */
export const StatusBadge = ({ tone = 'neutral', children }: { tone?: Tone; children: string }) => (
  <span className="badge" data-tone={tone}>
    {signs[tone] !== '' && (
      <span className="badge-sign" aria-hidden="true">
        {signs[tone]}
      </span>
    )}
    {children}
  </span>
);
