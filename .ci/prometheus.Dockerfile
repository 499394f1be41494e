# Takes what .ci/unpack-prometheus unpacked; started as prom/prometheus is.
FROM debian:bookworm-slim
COPY usr/bin/prometheus usr/bin/promtool /bin/
RUN ["install", "-d", "-o", "nobody", "-g", "nogroup", "/prometheus"]
WORKDIR /prometheus
USER nobody
ENTRYPOINT ["/bin/prometheus", "--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus"]
