package org.alongside.intake.adt;

import com.mongodb.MongoException;
import java.io.IOException;
import org.springframework.dao.DataAccessException;

/** Whether it was the store or the network that failed, and not what was asked of it. */
final class Infrastructure {

    private Infrastructure() {}

    static boolean failed(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException
                    || cause instanceof DataAccessException
                    || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
