-- A key may be longer than an index entry can be; a record with such a key must still become a dead letter.
alter table outbox drop constraint outbox_topic_message_key_version_key;
create unique index outbox_version on outbox (topic, sha256(message_key), version);
drop index outbox_refused;
create index outbox_refused on outbox (topic, id) where refused_reason is not null;
