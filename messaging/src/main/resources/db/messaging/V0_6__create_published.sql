-- The last version that this database has given out for each key of its own topics, kept for ever: it grows with
-- aggregates, not with events. A database that was restored is compared with its topics by it.
create table published (
  topic text not null,
  message_key text not null,
  version bigint not null check (version > 0),
  erased boolean not null default false,
  primary key (topic, message_key)
) with (fillfactor = 90);
