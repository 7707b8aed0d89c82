import { connect } from 'node:net';

/** ApiVersions request v0: length 10, api key 18, version 0, correlation id 1, no client id (Kafka protocol guide). */
const API_VERSIONS_REQUEST = Buffer.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, 0xff, 0xff]);

/**
 * Whether a Kafka broker answers requests on 127.0.0.1. An accepted connection says little: the port opens before the broker is
 * admitted to its cluster.
 */
export function answersKafka(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 500 }, () => socket.write(API_VERSIONS_REQUEST));
    const answer = (answered: boolean) => () => {
      socket.destroy();
      resolve(answered);
    };
    socket.on('data', answer(true)).on('error', answer(false)).on('timeout', answer(false)).on('end', answer(false));
  });
}
