import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  payload: AdapterPayload;
  until: number;
}

/** Sessions and codes in memory: they end with the process. Access tokens are signed and not kept. */
export const memory = (): ((name: string) => Adapter) => {
  const kept = new Map<string, Kept>();
  const live = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key);
    if (found && found.until > Date.now()) return structuredClone(found.payload);
    kept.delete(key);
    return undefined;
  };
  const where = (name: string, fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
    for (const key of kept.keys()) {
      const payload = key.startsWith(`${name}:`) ? live(key) : undefined;
      if (payload && fits(payload)) return payload;
    }
    return undefined;
  };
  return (name) => ({
    upsert: async (id, payload, expiresIn) =>
      void kept.set(`${name}:${id}`, { payload: structuredClone(payload), until: expiresIn ? Date.now() + expiresIn * 1000 : Infinity }),
    find: async (id) => live(`${name}:${id}`),
    findByUid: async (uid) => where(name, (payload) => payload.uid === uid),
    findByUserCode: async (code) => where(name, (payload) => payload.userCode === code),
    consume: async (id) => {
      const found = kept.get(`${name}:${id}`);
      if (found) found.payload['consumed'] = Math.floor(Date.now() / 1000);
    },
    destroy: async (id) => void kept.delete(`${name}:${id}`),
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of kept) if (key.startsWith(`${name}:`) && payload.grantId === grantId) kept.delete(key);
    },
  });
};
