create table applied (id bigint generated always as identity primary key, message_key text not null, version bigint not null);
