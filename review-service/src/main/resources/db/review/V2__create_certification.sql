-- One row per city: its standing. Whoever certifies the city holds this row.
create table certification (
  city_id text primary key,
  city_version bigint not null,
  certification_id uuid,
  level text,
  valid_until date,
  check ((city_version = 0) = (certification_id is null)),
  check ((certification_id is null) = (level is null))
);

-- Every certification ever granted.
create table certification_grant (
  certification_id uuid primary key,
  city_id text not null references certification,
  city_version bigint not null,
  kind text not null,
  level text not null,
  edition_id text not null,
  cohort_year int not null,
  announced_on date not null,
  valid_until date,
  supersedes uuid references certification_grant,
  unique (city_id, city_version)
);
