package org.alongside.eventing.lane;

/**
 * A bean that is told when a lane waits for staff, so that someone gets a task. While the lane waits it is told the same
 * again and again.
 */
public interface ParkedLaneListener {

    /**
     * @param source the short name of the service whose record could not be applied
     * @param lane the id of the document it is about
     * @param type the wire name without the service, or {@code unreadable}
     */
    void parked(String source, String lane, String type);

    /** Everything that waited was applied. */
    void unparked(String source, String lane);
}
