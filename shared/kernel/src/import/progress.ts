/** Shows how far a long task is. `done` counts things, such as rows. */
export interface ProgressBar {
  /** `total` when it became known only now. */
  update(done: number, total?: number): void;
  /** Shows the last state and ends the line. */
  done(): void;
}

/** A terminal, a pipe or a log file. */
export interface ProgressStream {
  isTTY?: boolean;
  write(text: string): unknown;
}

const ON_TERMINAL = 100;
const IN_LOG = 5000;

/** On a terminal one line that is redrawn; elsewhere a line at most every 5 seconds and one at the end. `now` in milliseconds. */
export const progressBar = (stream: ProgressStream, label: string, total?: number, now: () => number = () => performance.now()): ProgressBar => {
  const every = stream.isTTY ? ON_TERMINAL : IN_LOG;
  const start = now();
  let shownAt = stream.isTTY ? -Infinity : start;
  let count = 0;
  let of = total;

  const show = (): void => {
    shownAt = now();
    const seconds = Math.max((shownAt - start) / 1000, 0.001);
    const percent = of ? `${Math.min(100, Math.floor((100 * count) / of))}% ` : '';
    const text = `${label}: ${percent}${count}${of ? `/${of}` : ''}, ${Math.round(count / seconds)}/s`;
    stream.write(stream.isTTY ? `\r\u001B[K${text}` : `${text}\n`);
  };

  return {
    update: (done, knownTotal) => {
      count = done;
      of = knownTotal ?? of;
      if (now() - shownAt >= every) show();
    },
    done: () => {
      show();
      if (stream.isTTY) stream.write('\n');
    },
  };
};
