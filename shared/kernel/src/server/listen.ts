import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const portTaken = (port: number): Error =>
  new Error(`Port ${port} is taken by another program. Stop it, or choose another port in the environment (see docs/configuration.md).`);

/** Starts listening and gives the port, which differs from `port` when that is 0. A taken port is said in words. */
export const listen = async (server: Server, port: number, host: string): Promise<number> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? portTaken(port) : error));
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
};
