package org.alongside.eventing.lane;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.bson.BsonMaximumSizeExceededException;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * What we run on failed, not the record: it is read again when that is over. Names the class of the failure alone,
 * because messages of stores and mappers quote values.
 */
final class OutOfReach extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutOfReach(Throwable failure) {
        super(failure.getClass().getName(), null, false, false);
    }

    static boolean causes(Throwable failure) {
        return Stream.iterate(failure, e -> e != null, Throwable::getCause)
                .limit(20)
                .anyMatch(e -> e instanceof OutOfReach
                        || (e instanceof MongoException && !refusedWrite(e))
                        || e instanceof KafkaException
                        || e instanceof org.springframework.kafka.KafkaException
                        || e instanceof IOException
                        || e instanceof CallNotPermittedException
                        || e instanceof DataAccessResourceFailureException);
    }

    /** The store answered, and will never take this one write, for what is in it: most often it is too large. */
    static boolean refusedWrite(Throwable failure) {
        return failure instanceof BsonMaximumSizeExceededException
                || (failure instanceof MongoWriteException refused
                        && refused.getError().getCategory() != ErrorCategory.EXECUTION_TIMEOUT);
    }
}
