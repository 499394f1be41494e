-- People to write to on behalf of a city. Once erased a row keeps its id alone, so that mail for it is suppressed.
create table contact (
  id uuid primary key,
  city_id text,
  name text,
  address text,
  language text,
  role text,
  version bigint not null,
  recorded_at timestamptz not null,
  erased_at timestamptz,
  constraint contact_known_or_erased check (
    case
      when erased_at is null then num_nulls(city_id, name, address, language, role) = 0
      else num_nonnulls(city_id, name, address, language, role) = 0
    end)
);

-- The announcement list. A removed subscriber keeps the id alone.
create table subscriber (
  id uuid primary key,
  name text,
  address text,
  language text,
  recorded_at timestamptz not null,
  removed_at timestamptz,
  constraint subscriber_active_or_removed check (
    case
      when removed_at is null then num_nulls(address, language) = 0
      else num_nonnulls(name, address, language) = 0
    end)
);

-- One letter to one recipient about one event. No name and no address: those are looked up when it is sent.
create table notice (
  seq bigint generated always as identity primary key,
  id uuid not null unique,
  event_id uuid not null,
  recipient_kind text not null check (recipient_kind in ('CONTACT', 'SUBSCRIBER')),
  recipient_id uuid not null,
  template text not null check (template in ('CERTIFIED', 'ROADMAP', 'ANNOUNCEMENT')),
  message_id text not null unique,
  matter text not null,
  matter_version bigint not null,
  submission_id uuid,
  city_id text not null,
  facts jsonb not null,
  traceparent text,
  state text not null check (state in ('QUEUED', 'WAITING_FOR_CONTACT', 'SENDING', 'SENT', 'RETRY', 'FAILED',
    'UNCERTAIN', 'SUPERSEDED', 'SUPPRESSED')),
  attempts int not null default 0 check (attempts >= 0),
  uncertain_attempts int[] not null default '{}',
  deferrals int not null default 0,
  due_at timestamptz not null,
  sender int,
  cause text,
  language text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  sent_at timestamptz,
  constraint notice_once unique (event_id, recipient_id, template),
  constraint notice_sending_has_sender check ((state = 'SENDING') = (sender is not null)),
  constraint notice_sent_has_time check ((state = 'SENT') = (sent_at is not null))
);

comment on column notice.matter is 'What the letter is about, e.g. decision:<submission>; for one recipient a higher matter_version replaces a lower one that is not yet sent';
comment on column notice.sender is 'Number of the advisory lock that the sender holds while it lives';

create index notice_due on notice (due_at, seq) where state in ('QUEUED', 'RETRY', 'UNCERTAIN');
create index notice_unsettled on notice (state) where state in ('WAITING_FOR_CONTACT', 'SENDING');
create index notice_matter on notice (recipient_id, matter, matter_version);
create index notice_of_submission on notice (submission_id, seq) where submission_id is not null;
create index notice_of_city on notice (city_id, seq);
create index notice_in_state on notice (state, seq);

-- Every state that a notice was in, in order.
create table notice_step (
  notice_seq bigint not null references notice (seq),
  number int not null check (number > 0),
  at timestamptz not null,
  state text not null,
  attempt int not null,
  sender int,
  cause text,
  primary key (notice_seq, number)
);

-- A sender takes the next number for its advisory lock, so that no two senders ever share one.
create sequence sender_number as int cycle;
