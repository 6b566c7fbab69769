// Loaded before a subgraph by `--import`, for `npm run bench:whole`: each row is asked for by itself, as without loaders.
import DataLoader from 'dataloader';

DataLoader.prototype.load = async function (key) {
  const [value] = await this._batchLoadFn([key]);
  if (value instanceof Error) throw value;
  return value;
};
