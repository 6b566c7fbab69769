import { addDays, TODAY } from './days.ts';
import { derivedId } from './ids.ts';
import type { DemoLearningLine, DemoLearningStep } from './lending.types.ts';
import { type Random, randomOf } from './random.ts';
import type { DemoParticipant } from './types.ts';

/** One client at the NUO in so many has a learning line. */
const EVERY = 6;
const lines = [
  { work: 'Magazijn', modules: ['Orders verzamelen', 'Inpakken en labelen', 'Heftruck'] },
  { work: 'Groen', modules: ['Veilig werken buiten', 'Maaien', 'Snoeien'] },
  { work: 'Schoonmaak', modules: ['Middelen en materialen', 'Sanitair', 'Vloeronderhoud'] },
  { work: 'Keuken', modules: ['Hygiëne', 'Mise en place', 'Uitserveren'] },
] as const;

const stepOf = (random: Random, line: string, module: string, workKind: string, at: number, startsOn: string, reached: number): DemoLearningStep => {
  const status = at < reached ? 'ACHIEVED' : at > reached ? 'PLANNED' : random.chance(0.1) ? 'STOPPED' : 'BUSY';
  const startedOn = addDays(startsOn, at * 60);
  const finishedOn = addDays(startedOn, 50);
  const begun = status !== 'PLANNED' && startedOn <= TODAY;
  const done = begun && finishedOn <= TODAY && (status === 'ACHIEVED' || status === 'STOPPED');
  const id = derivedId(line, `step ${at}`);
  return {
    id,
    module,
    workKind,
    goal: `Zelfstandig: ${module.toLowerCase()}`,
    status: begun ? (done ? status : 'BUSY') : 'PLANNED',
    startedOn: begun ? startedOn : null,
    finishedOn: done ? finishedOn : null,
    stopReason: done && status === 'STOPPED' ? 'Past niet bij de deelnemer' : null,
    certificate:
      done && status === 'ACHIEVED'
        ? { id: derivedId(id, 'certificate'), number: `PV-DEMO-${id.slice(-8)}`, issuedOn: finishedOn, issuer: 'Leerbedrijf van de demonstratie' }
        : null,
  };
};

/** Learning lines of some clients of the Werkpleinen; a person learns beside any placement. */
export function* demoLearningLines(participants: Iterable<DemoParticipant>): Generator<DemoLearningLine> {
  for (const { id: participantId, index, clientId } of participants) {
    if (clientId === null || index % EVERY !== 0) continue;
    const random = randomOf('learning line', index);
    const { work, modules } = random.pick(lines);
    const startsOn = addDays(TODAY, -random.int(10, 240));
    const id = derivedId(participantId, 'learning line');
    const reached = random.int(0, modules.length - 1);
    yield {
      id,
      participantId,
      goal: `Werken in ${work.toLowerCase()}`,
      startsOn,
      expectedEndOn: addDays(startsOn, 365),
      steps: modules.map((module, at) => stepOf(random, id, module, work, at, startsOn, reached)),
    };
  }
}
