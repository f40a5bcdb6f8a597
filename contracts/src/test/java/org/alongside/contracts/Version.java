package org.alongside.contracts;

import java.util.Comparator;

/** Of a schema, {@code major.minor.patch}. */
record Version(int major, int minor, int patch) implements Comparable<Version> {

    static Version of(String text) {
        var parts = text.split("\\.");
        if (parts.length != 3) {
            throw new IllegalArgumentException("A version has three numbers: " + text);
        }
        return new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    @Override
    public int compareTo(Version other) {
        return Comparator.comparingInt(Version::major)
                .thenComparingInt(Version::minor)
                .thenComparingInt(Version::patch)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
