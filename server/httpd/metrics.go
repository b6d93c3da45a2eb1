package httpd

import (
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"sineng/server/audit"
	"sineng/server/search"
)

// metrics are the metrics in /metrics beside those of the runtime.
type metrics struct{ requests *prometheus.HistogramVec }

func newMetrics(r prometheus.Registerer, log *audit.Service, index *search.Service) *metrics {
	m := &metrics{requests: prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "sineng_http_request_seconds", Help: "Time to answer requests, by route and status.",
		Buckets: []float64{.001, .005, .01, .05, .1, .5, 1, 5, 30},
	}, []string{"route", "status"})}
	r.MustRegister(m.requests,
		prometheus.NewCounterFunc(prometheus.CounterOpts{
			Name: "sineng_log_sequencing_failures_total", Help: "Failed runs of the sequencer of the audit log.",
		}, func() float64 { return float64(log.SequencingFailures()) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "sineng_log_sequencing_failing_seconds", Help: "How long the audit log has taken no entries since sequencing fails; 0 while it works.",
		}, func() float64 { return log.SequencingFailsFor().Seconds() }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "sineng_search_behind_entries", Help: "Entries of the audit log that are not in the index of texts yet; what they changed is found more slowly.",
		}, func() float64 { return float64(index.LastBehind()) }))
	return m
}

func (m *metrics) seen(route string, status int, took time.Duration) {
	m.requests.WithLabelValues(route, strconv.Itoa(status)).Observe(took.Seconds())
}
