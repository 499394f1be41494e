-- What databases that are older than the table published have given out.
select set_config('app.scope', 'staff', true);
insert into published (topic, message_key, version)
  select 'intake.submission.internal.v1', submission_id::text, published_version from submission
  on conflict do nothing;
insert into published (topic, message_key, version, erased)
  select 'intake.contact.internal.v1', contact_id::text, published_version, removed_at is not null from contact
  on conflict do nothing;
