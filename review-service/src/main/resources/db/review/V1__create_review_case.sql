-- One row per case; everybody who changes a case holds this row.
create table review_case (
  case_id uuid primary key,
  place bigint generated always as identity unique,
  submission_id uuid not null unique,
  submission_version bigint not null,
  round int not null,
  state text not null check (state in ('OPEN', 'DECIDED')),
  city_id text not null,
  city_name text not null,
  edition_id text not null,
  provisional_met int not null,
  out_of int not null,
  provisional_level text,
  opened_at timestamptz not null,
  published_events bigint not null default 0,
  decided_at timestamptz,
  met int,
  level text,
  confirmed boolean,
  approvers text[],
  kind text,
  certification_id uuid,
  check ((state = 'DECIDED') = (decided_at is not null)),
  check ((decided_at is null) = (met is null)),
  check ((decided_at is null) = (approvers is null)),
  check ((certification_id is null) = (level is null)),
  check ((certification_id is null) = (kind is null))
);
create index review_case_city on review_case (city_id, place);
create index review_case_open on review_case (place) where state = 'OPEN';

-- The automatic results of each version that was under review; immutable.
create table scorecard (
  case_id uuid not null references review_case,
  submission_version bigint not null,
  submitted_by text not null,
  received_into_review_at timestamptz not null,
  document jsonb not null,
  primary key (case_id, submission_version)
);

create table review_round (
  case_id uuid not null references review_case,
  round int not null,
  submission_version bigint not null,
  returned_by text,
  return_reason text,
  returned_at timestamptz,
  primary key (case_id, round),
  foreign key (case_id, submission_version) references scorecard,
  check ((returned_by is null) = (returned_at is null)),
  check ((returned_by is null) = (return_reason is null)),
  check (char_length(return_reason) >= 20)
);

create table finding (
  case_id uuid not null,
  round int not null,
  person text not null,
  criterion text not null,
  met boolean not null,
  reason text not null check (char_length(reason) >= 20),
  recorded_at timestamptz not null,
  primary key (case_id, round, person, criterion),
  foreign key (case_id, round) references review_round
);

-- The primary key keeps one person to one approval in a round, whatever the code above it does.
create table approval (
  case_id uuid not null,
  round int not null,
  person text not null,
  outcome_hash text not null,
  note text,
  approved_at timestamptz not null,
  primary key (case_id, round, person),
  foreign key (case_id, round) references review_round
);

-- Versions of submissions that have no scorecard.
create table unscored_version (
  submission_id uuid not null,
  submission_version bigint not null,
  reason text not null,
  recorded_at timestamptz not null,
  primary key (submission_id, submission_version)
);
