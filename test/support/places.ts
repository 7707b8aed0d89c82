import { Kafka, logLevel } from 'kafkajs';
import type { Databases } from './databases.js';

/** Everything readable at one place, such as a log file or all rows of a table. */
export type Places = Map<string, string>;

/** All rows of all tables of the server's databases as text; binary columns appear as hexadecimal digits. */
export async function tablesOf(databases: Databases): Promise<Places> {
  const places: Places = new Map();
  for (const database of await databases.names()) {
    const pool = databases.pool(database);
    const { rows: tables } = await pool.query<{ name: string }>(`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema')`);
    for (const { name } of tables) {
      const { rows } = await pool.query<{ line: string }>(`select t::text as line from ${name} t`);
      places.set(`${database} ${name}`, rows.map(({ line }) => line).join('\n'));
    }
  }
  return places;
}

/** All messages with their headers, by topic. */
export async function topicsOf(brokers: string, prefix: string): Promise<Places> {
  const kafka = new Kafka({ brokers: brokers.split(','), clientId: 'reader', logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix));
  const places: Places = new Map(topics.map((topic) => [topic, '']));
  const ends = new Map<string, bigint>();
  for (const topic of topics)
    for (const { partition, high } of await admin.fetchTopicOffsets(topic))
      if (high !== '0') ends.set(`${topic} ${partition}`, BigInt(high));
  await admin.disconnect();

  const consumer = kafka.consumer({ groupId: `${prefix}reader`, maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    const eachMessage = async (payload: {
      topic: string;
      partition: number;
      message: { offset: string; key: Buffer | null; value: Buffer | null; headers?: object };
    }) => {
      const { topic, partition, message } = payload;
      const headers = Object.values(message.headers ?? {}).map(String);
      const line = [message.key, message.value, ...headers].map(String).join(' ');
      places.set(topic, `${places.get(topic)}${line}\n`);
      const place = `${topic} ${partition}`;
      if (BigInt(message.offset) + 1n >= (ends.get(place) ?? 0n)) ends.delete(place);
      if (ends.size === 0) resolve();
    };
    consumer.run({ eachMessage }).catch(reject);
  });
  await consumer.disconnect();
  return places;
}

/** The ways in which a text may stand somewhere: plain, escaped in JSON or a URL, or as the digits of its bytes. */
function formsOf(text: string): string[] {
  const escaped = [...text].map((c) => (c > '\x7f' ? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}` : c));
  const bytes = Buffer.from(text);
  return [text, escaped.join(''), encodeURIComponent(text), bytes.toString('hex'), bytes.toString('base64')];
}

/** Where which of the planted texts stands, as `place: name`; case does not matter. */
export function whereIs(planted: Readonly<Record<string, string>>, places: Places): string[] {
  const wanted = Object.entries(planted).map(([name, text]) => ({
    name,
    forms: formsOf(text).map((form) => form.toLowerCase()),
  }));
  return [...places].flatMap(([place, content]) => {
    const text = content.toLowerCase();
    return wanted
      .filter(({ forms }) => forms.some((form) => text.includes(form)))
      .map(({ name }) => `${place}: ${name}`);
  });
}
