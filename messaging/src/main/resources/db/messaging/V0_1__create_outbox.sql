-- What waits to be published. A row is deleted once Kafka has committed it.
create table outbox (
  id bigint generated always as identity primary key,
  topic text not null,
  message_key bytea,
  version bigint,
  target_partition int,
  payload bytea,
  headers bytea not null,
  created_at timestamptz not null default now(),
  refused_reason text,
  unique (topic, message_key, version)
);
create index outbox_refused on outbox (topic, message_key, id) where refused_reason is not null;
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
