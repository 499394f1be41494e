-- The last version applied of each aggregate, kept for ever: it grows with aggregates, not with events.
create table gate (
  topic text not null,
  message_key text not null,
  version bigint not null,
  event_id uuid,
  primary key (topic, message_key)
);
-- Where reading goes on; moved in the transaction that applied the records before it.
create table consumer_offset (
  topic text not null,
  partition_number int not null,
  next_offset bigint not null,
  primary key (topic, partition_number)
);
-- Records that came before their predecessor, or that tell of something this build does not know.
create table parked (
  topic text not null,
  message_key text not null,
  version bigint not null,
  event_id uuid not null,
  partition_number int not null,
  source_offset bigint not null,
  payload bytea not null,
  headers bytea not null,
  reason text not null,
  parked_at timestamptz not null default now(),
  primary key (topic, message_key, version)
);
