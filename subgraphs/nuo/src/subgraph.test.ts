import { demoContactMoments, demoEmployers, demoParticipants, demoPlacements } from '@werkplein/demo';
import { municipalities } from '@werkplein/kernel';
import { dialects } from '@werkplein/kernel/testing';
import { describe, expect, it } from 'vitest';
import { Employer } from './employers/employer.entity.ts';
import { loadDemo, nuoSubgraph } from './index.ts';
import { Participant } from './participants/participant.entity.ts';
import { Placement } from './placements/placement.entity.ts';
import { nuoForTest } from './testing/index.ts';

describe('the schema of the NUO', () => {
  it('names no municipality', () => {
    const names = municipalities.map(({ name }) => name);
    const types = Object.keys(nuoSubgraph.schema.getTypeMap());
    expect(types.filter((type) => names.some((name) => type.includes(name)))).toEqual([]);
  });

  it('adds to Client and Werkplein without owning them', () => {
    expect(nuoSubgraph.sdl).toMatch(/type Client @interfaceObject @key\(fields: "id"\)|type Client @key\(fields: "id"\) @interfaceObject/);
    expect(nuoSubgraph.sdl).toMatch(/type Werkplein .*@interfaceObject/);
  });

  it('guards every reference, root field, command and contributed field', () => {
    const guarded = [...nuoSubgraph.actions.keys()];
    expect(guarded).toEqual(
      expect.arrayContaining([
        'Client',
        'Werkplein',
        'Client.placements',
        'Werkplein.placements',
        'Werkplein.activePlacementCount',
        'Placement.client',
        'Participant.client',
        'Participant.name',
      ]),
    );
    expect(guarded.filter((name) => name.startsWith('NuoCommands.'))).toHaveLength(11);
  });
});

describe.each(dialects)('the demo rows on %s', (dialect) => {
  it('are complete, and the same after a second run', async () => {
    const { db } = await nuoForTest(dialect);
    const scale = 0.02;
    const demo = () => ({
      employers: demoEmployers(scale),
      contactMoments: demoContactMoments(scale),
      participants: demoParticipants(scale),
      placements: demoPlacements(scale),
    });
    await loadDemo(db, demo());
    await loadDemo(db, demo());
    const { em } = db.read;
    const stored = [await em.count(Employer), await em.count(Participant), await em.count(Placement)];
    expect(stored).toEqual([[...demo().employers].length, [...demo().participants].length, [...demo().placements].length]);
  });
});
