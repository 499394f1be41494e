// Prints every certification event as one line of JSON, from the first one on. See README.md.
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry'
import kafkajs from 'kafkajs'
import { readFileSync } from 'node:fs'

const TOPIC = 'review.certification.public.v1'
const DAY = 86_400_000
const {
  KAFKA_BROKERS = 'localhost:9092',
  SCHEMA_REGISTRY_URL = 'http://localhost:8081/apis/ccompat/v7',
  GROUP_ID = 'subscriber.example',
  KAFKA_USERNAME,
  KAFKA_PASSWORD_FILE,
  KAFKA_CA_FILE,
} = process.env
const untilEnd = process.argv.includes('--until-end')

/** What a broker that asks who comes must be told; nothing for one that does not. */
function credentials() {
  if (!KAFKA_USERNAME) {
    return {}
  }
  const password = readFileSync(KAFKA_PASSWORD_FILE, 'utf8').trim()
  return {
    ssl: KAFKA_CA_FILE ? { ca: [readFileSync(KAFKA_CA_FILE)] } : true,
    sasl: { mechanism: 'scram-sha-512', username: KAFKA_USERNAME, password },
  }
}

const kafka = new kafkajs.Kafka({
  ...credentials(),
  clientId: GROUP_ID,
  brokers: KAFKA_BROKERS.split(','),
  logLevel: kafkajs.logLevel.WARN,
  logCreator: () => ({ label, log }) => console.error(label, log.message, log.error ?? ''),
})
const registry = new SchemaRegistry({ host: SCHEMA_REGISTRY_URL })
// The group remembers how far it has read; a new one starts at offset 0. KafkaJS reads committed records only, unless
// told otherwise, and that is what this topic asks of its readers.
const consumer = kafka.consumer({ groupId: GROUP_ID })

const date = days => (days === null ? null : new Date(days * DAY).toISOString().slice(0, 10))

/** Avro's logical types as text; the rest is text and numbers already. */
function readable(event) {
  return {
    ...event,
    occurredAt: new Date(event.occurredAt).toISOString(),
    announcedOn: date(event.announcedOn),
    validUntil: date(event.validUntil),
  }
}

/** Whether the group has read all that is there. */
async function nothingLeft() {
  const admin = kafka.admin()
  await admin.connect()
  try {
    const ends = await admin.fetchTopicOffsets(TOPIC)
    const [{ partitions }] = await admin.fetchOffsets({ groupId: GROUP_ID, topics: [TOPIC] })
    const next = new Map(partitions.map(({ partition, offset }) => [partition, Math.max(0, Number(offset))]))
    return ends.every(({ partition, high }) => (next.get(partition) ?? 0) >= Number(high))
  } finally {
    await admin.disconnect()
  }
}

async function stop(exitCode) {
  await consumer.disconnect()
  process.exit(exitCode)
}

process.once('SIGINT', () => stop(0))
process.once('SIGTERM', () => stop(0))
consumer.on(consumer.events.CRASH, ({ payload }) => payload.restart || stop(1))

if (untilEnd) {
  if (await nothingLeft()) {
    process.exit(0)
  }
  consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => payload.offsetLag === '0' && stop(0))
}

await consumer.connect()
await consumer.subscribe({ topic: TOPIC, fromBeginning: true })
await consumer.run({
  eachMessage: async ({ partition, message }) => {
    const event = await registry.decode(message.value)
    const key = message.key.toString()
    console.log(JSON.stringify({ partition, offset: message.offset, key, event: readable(event) }))
  },
})
