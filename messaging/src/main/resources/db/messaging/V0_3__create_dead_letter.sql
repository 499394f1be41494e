-- Where the event applied last was on its topic: what lies between it and a parked record is missing or refused.
alter table gate add column source_offset bigint not null default -1;
-- Which refused records are open. Their bytes, reasons and resolutions are on the dead-letter topic alone.
create table dead_letter (
  topic text not null,
  partition_number int not null,
  source_offset bigint not null,
  message_key bytea,
  attempt int not null,
  state text not null check (state in ('OPEN', 'REDRIVEN', 'DISCARDED')),
  primary key (topic, partition_number, source_offset)
);
-- By hash: a key may be longer than an entry of an ordered index can be.
create index dead_letter_key on dead_letter using hash (message_key);
create index dead_letter_open on dead_letter (topic) where state = 'OPEN';
