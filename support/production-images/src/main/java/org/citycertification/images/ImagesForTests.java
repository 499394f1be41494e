package org.citycertification.images;

import org.citycertification.platform.BorrowedPlatform;

/** The containers as the platform of all tests of a JVM, with which they end. */
public final class ImagesForTests implements BorrowedPlatform {
    private final ProductionImages images = new ProductionImages();

    /** Starts them. */
    public ImagesForTests() {
        Runtime.getRuntime().addShutdownHook(new Thread(images::close, "production images"));
        images.start();
    }

    @Override
    public String bootstrapServers() {
        return images.bootstrapServers();
    }

    @Override
    public String registryUrl() {
        return images.registryUrl();
    }

    @Override
    public String jdbcUrl(String database) {
        return images.jdbcUrl(database);
    }
}
