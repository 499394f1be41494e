package org.citycertification.pages.testing;

/** The sizes at which every page is looked at. */
public enum Screen {
    PHONE(360, 740),
    DESKTOP(1280, 900);

    private final int width;
    private final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }
}
