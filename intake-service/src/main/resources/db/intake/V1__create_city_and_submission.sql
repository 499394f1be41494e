-- Cities, their contacts and what they submit. Second wall behind the token: a transaction sees the rows of the city
-- named in app.city, or everything when app.scope is 'staff', or nothing.
create table city (
  city_id text primary key check (city_id ~ '^[a-z]{2}(-[a-z0-9]+)+$'),
  name text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  subdivision text check (subdivision ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$'),
  population int not null check (population > 0),
  population_year int not null,
  population_source text not null,
  revision bigint not null check (revision > 0),
  recorded_at timestamptz not null
);

-- A removed contact keeps its id and the number of its last event, so that a return is not taken for an old one.
create table contact (
  contact_id uuid primary key,
  city_id text not null references city,
  list_position int not null,
  name text,
  email text,
  role text,
  language text check (language in ('en', 'es', 'pt')),
  published_version bigint not null check (published_version > 0),
  removed_at timestamptz,
  check (num_nonnulls(name, email, role, language) = case when removed_at is null then 4 else 0 end)
);
create index contact_of_city on contact (city_id);

create table cycle (
  cycle_id text primary key,
  name text not null,
  opens_at timestamptz not null,
  ends_at timestamptz
);
insert into cycle (cycle_id, name, opens_at) values ('rolling', 'Rolling intake', '2026-01-01T00:00:00Z');

create table submission (
  submission_id uuid primary key,
  city_id text not null references city,
  cycle_id text not null references cycle,
  version int not null check (version > 0),
  published_version bigint not null check (published_version > 0),
  state text not null check (state in ('RECEIVED', 'UNDER_REVIEW', 'CERTIFIED', 'NOT_CERTIFIED')),
  received_at timestamptz not null,
  closed_at timestamptz,
  unique (city_id, submission_id),
  check ((closed_at is null) = (state in ('RECEIVED', 'UNDER_REVIEW')))
);
create unique index one_open_submission on submission (city_id, cycle_id) where closed_at is null;
create index submission_newest on submission (received_at desc, submission_id desc);
create index submission_of_city_newest on submission (city_id, received_at desc, submission_id desc);

-- What was sent, with the city's record as it was at that moment. Never changed.
create table submission_version (
  submission_id uuid not null,
  version int not null,
  city_id text not null,
  edition_id text not null,
  assessment text not null,
  content_hash text not null check (content_hash = encode(sha256(convert_to(assessment, 'UTF8')), 'hex')),
  city_name text not null,
  country text not null,
  subdivision text,
  population int not null,
  population_year int not null,
  population_source text not null,
  contact_ids uuid[] not null,
  submitted_by text not null,
  received_at timestamptz not null,
  primary key (submission_id, version),
  foreign key (city_id, submission_id) references submission (city_id, submission_id)
);

create table timeline_entry (
  submission_id uuid not null,
  entry_number int not null,
  city_id text not null,
  happened_at timestamptz not null,
  step text not null,
  met int,
  out_of int,
  level text,
  primary key (submission_id, entry_number),
  foreign key (city_id, submission_id) references submission (city_id, submission_id)
);

create table decision (
  submission_id uuid primary key,
  city_id text not null,
  submission_version int not null,
  released_at timestamptz not null,
  level text check (level in ('SILVER', 'GOLD', 'PLATINUM')),
  met int not null,
  out_of int not null,
  embargo_until timestamptz,
  foreign key (city_id, submission_id) references submission (city_id, submission_id)
);
create table decided_area (
  submission_id uuid not null references decision,
  list_position int not null,
  city_id text not null,
  area text not null,
  name text not null,
  met int not null,
  out_of int not null,
  primary key (submission_id, list_position)
);
create table roadmap_step (
  submission_id uuid not null references decision,
  list_position int not null,
  city_id text not null,
  area text not null,
  criterion text not null,
  title text not null,
  missing text[] not null,
  primary key (submission_id, list_position)
);

-- Every event about a submission's case with what it did here, also those that changed nothing.
create table case_news (
  event_id uuid primary key,
  submission_id uuid not null,
  city_id text not null,
  case_id uuid not null,
  kind text not null,
  occurred_at timestamptz not null,
  outcome text not null,
  foreign key (city_id, submission_id) references submission (city_id, submission_id)
);

do $$
declare guarded text;
begin
  foreach guarded in array array['city', 'contact', 'submission', 'submission_version', 'timeline_entry', 'decision',
                                 'decided_area', 'roadmap_step', 'case_news'] loop
    execute format('alter table %I enable row level security', guarded);
    execute format('alter table %I force row level security', guarded);
    execute format('create policy own_or_staff on %I using (city_id = nullif(current_setting(''app.city'', true), '''')'
                   || ' or current_setting(''app.scope'', true) = ''staff'')', guarded);
  end loop;
end $$;

revoke all on city, contact, cycle, submission, submission_version, timeline_entry, decision, decided_area, roadmap_step,
  case_news from intake_app;
grant select, insert, update on city, contact, submission to intake_app;
grant select, insert on submission_version, timeline_entry, decision, decided_area, roadmap_step, case_news to intake_app;
grant select on cycle to intake_app;
