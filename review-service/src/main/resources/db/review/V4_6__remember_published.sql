-- What databases that are older than the table published have given out.
insert into published (topic, message_key, version)
  select 'review.case.internal.v1', case_id::text, published_events from review_case where published_events > 0
  on conflict do nothing;
insert into published (topic, message_key, version)
  select 'review.certification.public.v1', city_id, city_version from certification where city_version > 0
  on conflict do nothing;
