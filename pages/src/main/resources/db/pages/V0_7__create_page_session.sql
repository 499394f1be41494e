-- Sessions of people with a browser, so that any instance goes on where another stopped. The columns are those that
-- spring-session-jdbc wants; an account's name may be as long as OpenID Connect allows.
create table page_session (
  primary_id char(36) primary key,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(255)
);
create unique index page_session_id on page_session (session_id);
create index page_session_expiry on page_session (expiry_time);
create index page_session_principal on page_session (principal_name);

create table page_session_attributes (
  session_primary_id char(36) not null references page_session on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);

-- The pool's role is named after the database; the table's owner runs migrations only.
do $$
begin
  if exists (select from pg_roles where rolname = current_database() || '_app') then
    execute format('grant select, insert, update, delete on page_session, page_session_attributes to %I', current_database() || '_app');
  end if;
end
$$;
