-- Answers given to creating requests, so that a repeated request gets the first answer.
create table idempotent_answer (
  -- SHA-256 over issuer, subject, method, path and key; the columns that follow are for people who look.
  id bytea primary key check (octet_length(id) = 32),
  subject text not null,
  method text not null,
  path text not null,
  request_hash bytea not null check (octet_length(request_hash) = 32),
  created_at timestamptz not null default now(),
  -- Null only until the transaction that inserted the row ends.
  status smallint check (status between 200 and 299),
  location text,
  etag text,
  content_type text,
  body bytea
);

create index idempotent_answer_created_at on idempotent_answer (created_at);

-- The pool's role is named after the database; the table's owner runs migrations only.
do $$
begin
  if exists (select from pg_roles where rolname = current_database() || '_app') then
    execute format('grant select, insert, update, delete on idempotent_answer to %I', current_database() || '_app');
  end if;
end
$$;
