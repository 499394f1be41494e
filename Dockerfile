# One image for each service: docker build --build-arg MODULE=intake-service .   (after mvn package)
FROM eclipse-temurin:25-jre AS layers
ARG MODULE
WORKDIR /layers
COPY ${MODULE}/target/*-exec.jar app.jar
RUN ["java", "-Djarmode=tools", "-jar", "app.jar", "extract", "--layers", "--destination", "app"]

FROM eclipse-temurin:25-jre
ARG MODULE
ARG VERSION=0.1.0
LABEL org.opencontainers.image.title="city-certification ${MODULE}" \
      org.opencontainers.image.description="From a city's assessment to a certification event and an e-mail, over Apache Kafka." \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /app
COPY LICENSE ./
COPY ops/container/ /usr/local/bin/
# What changes rarely comes first, so that an update ships a few megabytes.
COPY --from=layers /layers/app/dependencies/ ./
COPY --from=layers /layers/app/spring-boot-loader/ ./
COPY --from=layers /layers/app/snapshot-dependencies/ ./
COPY --from=layers /layers/app/application/ ./
RUN ["train-aot-cache"]
# What a service keeps on disk, if anything, is a volume here; the rest of the file system is read-only.
RUN ["install", "-d", "-o", "10001", "-g", "10001", "/data"]
USER 10001:10001
# Heap and threads follow the container's limits; a service that is out of memory ends and is started again. A heap that
# starts at the JVM's usual 64th of the memory has no room for the objects of the AOT cache, and then nothing starts.
ENV JAVA_TOOL_OPTIONS="-XX:InitialRAMPercentage=25 -XX:MaxRAMPercentage=65 -XX:+ExitOnOutOfMemoryError -Djava.io.tmpdir=/tmp" \
    SPRING_PROFILES_ACTIVE=json-logs \
    SPRING_CONFIG_IMPORT=optional:configtree:/run/secrets/
HEALTHCHECK --interval=5s --timeout=3s --start-period=120s --retries=6 CMD ["is-ready"]
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "-jar", "app.jar"]
