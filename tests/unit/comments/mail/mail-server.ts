import { once } from 'node:events';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** An SMTP server on this machine, for tests. */
export interface MailServer {
  url: string;
  /** The messages that the server accepted, as they were sent. */
  received: string[];
  stop(): Promise<void>;
}

/** The response of a server to a message: `null` accepts it, an object is its reply. */
export type Verdict = (attempt: number) => null | { code: number; message: string } | 'cut' | 'silence';

/** Starts a server that gives each message this verdict, once it has received the whole message. */
export async function startMailServer(
  verdict: Verdict = () => null,
  options: SMTPServerOptions = {},
): Promise<MailServer> {
  const received: string[] = [];
  let attempts = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        attempts += 1;
        const result = verdict(attempts);
        if (result === 'silence') return;
        if (result === 'cut') {
          for (const connection of server.connections) connection.close();
          return;
        }
        if (result) return done(Object.assign(new Error(result.message), { responseCode: result.code }));
        received.push(Buffer.concat(chunks).toString());
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
