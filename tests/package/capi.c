/* The C interface from C: a tensor, an op, an error, a session, functions of the caller's. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wick/wick.h>

#define NEED(ok)                                                             \
  do {                                                                       \
    if (!(ok)) {                                                             \
      printf("line %d: %s (%s)\n", __LINE__, #ok, wick_last_error());        \
      return 1;                                                              \
    }                                                                        \
  } while (0)

static wick_tensor* call_op(const char* name, wick_tensor* a, wick_tensor* b) {
  wick_value args[2] = {{0}};
  wick_tensor* y = NULL;
  int32_t n = 0;
  args[0].type = args[1].type = WICK_TENSOR;
  args[0].as.t = a;
  args[1].as.t = b;
  return wick_op_call(name, args, b ? 2 : 1, &y, 1, &n) == 0 ? y : NULL;
}

/* Functions of the caller's: y = x * x, its gradient 2 x dy written as dy x + dy x, a factor by epoch, one that fails. */
static wick_status square(void* state, wick_tensor* const* in, int32_t n_in, wick_tensor** out, int32_t room, int32_t* n_out) {
  if (n_in != 1 || room < 1) return wick_fail(1, "[square] needs one tensor.");
  ++*(int*)state;
  out[0] = call_op("mul", in[0], in[0]);
  *n_out = 1;
  return out[0] ? 0 : wick_fail(99, wick_last_error());
}
static wick_status square_backward(void* state, wick_tensor* const* in, int32_t n_in, wick_tensor** out, int32_t room, int32_t* n_out) {
  wick_tensor* half = n_in == 2 ? call_op("mul", in[0], in[1]) : NULL;
  (void)state;
  out[0] = half ? call_op("add", half, half) : NULL;
  wick_tensor_free(half);
  *n_out = room;
  return out[0] ? 0 : wick_fail(99, "[square_backward] failed.");
}
static wick_status halve(void* state, wick_tensor* const* in, int32_t n_in, wick_tensor** out, int32_t room, int32_t* n_out) {
  int64_t epoch = 0;
  double factor = 1;
  (void)state, (void)room;
  if (n_in != 2 || wick_tensor_read(in[0], &epoch, sizeof epoch) != 0) return wick_fail(99, wick_last_error());
  while (epoch-- > 0) factor /= 2;
  *n_out = 1;
  return wick_tensor_create(1, 0, NULL, &factor, out);
}
static wick_status fails(void* state, wick_tensor* const* in, int32_t n_in, wick_tensor** out, int32_t room, int32_t* n_out) {
  (void)state, (void)in, (void)n_in, (void)out, (void)room, (void)n_out;
  return wick_fail(4, "[fails] as it should.");
}
static void count_free(void* state) { *(int*)state += 100; }

static int functions(void) {
  const float values[2] = {3, -4};
  const int64_t shape[1] = {2};
  float back[4];
  double lr = 0;
  int calls = 0;
  int32_t n = 0;
  wick_tensor *x = NULL, *y = NULL, *result = NULL, *total = NULL, *grad = NULL, *average = NULL;
  wick_function f = {square, &calls, count_free}, backward = {square_backward, NULL, NULL}, bad = {fails, NULL, NULL}, factor = {halve, NULL, NULL};
  wick_optimizer* sgd = NULL;
  wick_scheduler* scheduler = NULL;
  wick_averaged* averaged = NULL;
  NEED(wick_tensor_create(0, 1, shape, values, &x) == 0);
  NEED(wick_autograd_functional("jacobian", &f, &x, 1, NULL, 0, 0, &result, 1) == 0 && wick_tensor_read(result, back, sizeof back) == 0);
  NEED(back[0] == 6 && back[1] == 0 && back[3] == -8 && calls == 101);
  wick_tensor_free(result);
  NEED(wick_autograd_functional("jacobain", &f, &x, 1, NULL, 0, 0, &result, 1) == 1 && strstr(wick_last_error(), "need jacobian") != NULL);
  NEED(wick_autograd_functional("jacobian", &bad, &x, 1, NULL, 0, 0, &result, 1) == 4 && strcmp(wick_last_error(), "[fails] as it should.") == 0);

  NEED(wick_tensor_set_requires_grad(x, 1) == 0);
  wick_set_grad_enabled(0);
  y = call_op("mul", x, x);
  wick_set_grad_enabled(1);
  NEED(y && wick_autograd_function("SquareBackward", &x, 1, &y, 1, &x, 1, &backward, 0, &result) == 0);
  NEED(strcmp(wick_tensor_grad_fn(result), "SquareBackward") == 0);
  total = call_op("sum", result, NULL);
  NEED(total && wick_autograd_grad(&total, 1, &x, 1, NULL, 0, 0, 0, &grad) == 0 && wick_tensor_read(grad, back, 8) == 0 && back[0] == 6 && back[1] == -8);
  wick_tensor_free(y);
  wick_tensor_free(result);
  wick_tensor_free(total);
  NEED(wick_checkpoint(&f, &x, 1, 1, &y, 1, &n) == 0 && n == 1);
  total = call_op("sum", y, NULL);
  NEED(total && wick_tensor_backward(total, NULL, 0, 0) == 0);
  wick_tensor_free(grad);
  NEED(wick_tensor_grad(x, &grad) == 0 && wick_tensor_read(grad, back, 8) == 0 && back[0] == 6 && back[1] == -8);

  NEED(wick_averaged_create(&x, 1, 1, -1, NULL, &averaged) == 0 && wick_averaged_update(averaged) == 0);
  NEED(wick_optimizer_create("{\"type\":\"SGD\",\"lr\":0.5}", &x, 1, &sgd) == 0 && wick_optimizer_step(sgd) == 0);
  NEED(wick_averaged_update(averaged) == 0 && wick_averaged_count(averaged) == 2 && wick_averaged_tensor(averaged, 0, &average) == 0);
  NEED(wick_tensor_read(average, back, 8) == 0 && back[0] == 1.5f && back[1] == -2);
  NEED(wick_scheduler_create_lambda("LambdaLR", &factor, sgd, &scheduler) == 0 && wick_scheduler_step(scheduler, 0.0 / 1) == 0);
  NEED(wick_optimizer_group_get(sgd, 0, "lr", &lr) == 0 && lr == 0.25);
  NEED(wick_optimizer_group_get(sgd, 1, "lr", &lr) == 4);
  wick_scheduler_free(scheduler);
  wick_optimizer_free(sgd);
  wick_averaged_free(averaged);
  wick_tensor_free(average);
  wick_tensor_free(grad);
  wick_tensor_free(total);
  wick_tensor_free(y);
  wick_tensor_free(x);
  return 0;
}

/* Squares: sample i is x [i], y i * i. */
struct squares {
  int calls, freed;
};
static wick_status squares_get(void* state, wick_tensor* const* in, int32_t n_in, wick_tensor** out, int32_t room, int32_t* n_out) {
  int64_t n = 0, i, indices[8], labels[8], shape[2];
  float points[8];
  wick_status status;
  ++((struct squares*)state)->calls;
  if (n_in != 1 || room != 2) return wick_fail(1, "squares: called otherwise than said");
  wick_tensor_shape(in[0], &n);
  if (n > 8) return wick_fail(1, "squares: at most 8 at once");
  if ((status = wick_tensor_read(in[0], indices, (size_t)n * sizeof(int64_t)))) return status;
  for (i = 0; i < n; ++i) points[i] = (float)indices[i], labels[i] = indices[i] * indices[i];
  shape[0] = n;
  shape[1] = 1;
  if ((status = wick_tensor_create(0, 2, shape, points, &out[0])) || (status = wick_tensor_create(2, 1, shape, labels, &out[1]))) return status;
  *n_out = 2;
  return 0;
}
static void squares_free(void* state) { ++((struct squares*)state)->freed; }

/* Samples 0, 1, 2 and then the end; a call with 1 begins anew. */
static wick_status count_next(void* state, wick_tensor* const* in, int32_t n_in, wick_tensor** out, int32_t room, int32_t* n_out) {
  int64_t begin = 0, *at = state;
  float point;
  wick_status status;
  (void)n_in, (void)room;
  if ((status = wick_tensor_read(in[0], &begin, sizeof begin))) return status;
  if (begin) *at = 0;
  point = (float)*at;
  if (*at == 3) return 0;
  if ((status = wick_tensor_create(0, 0, NULL, &point, &out[0])) || (status = wick_tensor_create(2, 0, NULL, at, &out[1]))) return status;
  ++*at;
  *n_out = 2;
  return 0;
}

static int live_tensors(void) { return atoi(strstr(wick_info(), "\"live_tensors\":") + 15); }

static int data(void) {
  const int before = live_tensors();
  struct squares squares = {0, 0};
  const wick_function get = {squares_get, &squares, squares_free};
  int64_t counter = 0, size = 0, epoch = 0, position = 0, labels[20], order[10];
  const wick_function next = {count_next, &counter, NULL};
  const int64_t some[3] = {9, 0, 4}, outside[1] = {3}, four[1] = {4};
  const double shares[2] = {0.7, 0.3}, lengths[2] = {4, 5}, weights[4] = {0, 1, 0, 3};
  wick_dataset *own = NULL, *part = NULL, *cut[2], *sum = NULL, *toy[3], *train[5], *test[5];
  wick_sampler* sampler = NULL;
  wick_loader* loader = NULL;
  wick_tensor *x = NULL, *y = NULL, *of = NULL;
  const char* json = NULL;
  int32_t n = 0, i, k, batches, drawn[4] = {0, 0, 0, 0};

  /* A set of the caller's, parts and sums of it. */
  NEED(wick_dataset_function(10, &get, &own) == 0 && wick_dataset_size(own, &size) == 0 && size == 10 && squares.calls == 0);
  NEED(wick_dataset_subset(own, some, 3, &part) == 0);
  NEED(wick_dataset_targets(part, &y) != 0 && strcmp(wick_last_error(), "squares: at most 8 at once") == 0); /* of the whole set */
  NEED(wick_dataset_get(part, outside, 1, &x, &y) == 4 && strstr(wick_last_error(), "[Subset] index 3 is out of range; need 0 <= index < 3") != NULL);
  NEED(wick_dataset_get(part, outside, -1, &x, &y) == 1 && x == NULL);
  cut[0] = cut[1] = part;
  NEED(wick_dataset_concat((const wick_dataset* const*)cut, 2, &sum) == 0 && wick_dataset_size(sum, &size) == 0 && size == 6);
  NEED(wick_loader_create(sum, "{\"num_workers\":2}", NULL, NULL, &loader) == 9 && strstr(wick_last_error(), "num_workers: is 2; need 0") != NULL);
  NEED(wick_loader_create(sum, "{\"batch_size\":0}", NULL, NULL, &loader) == 9 && strstr(wick_last_error(), "batch_size: is 0; need a whole number above 0") != NULL);
  NEED(wick_loader_create(sum, "{\"batchsize\":4}", NULL, NULL, &loader) == 9 && strstr(wick_last_error(), "did you mean \"batch_size\"?") != NULL);
  NEED(wick_loader_create(sum, "{\"batch_size\":4}", NULL, NULL, &loader) == 0 && wick_loader_size(loader, &size) == 0 && size == 2);
  wick_dataset_free(own);
  wick_dataset_free(part);
  wick_dataset_free(sum);
  NEED(squares.freed == 0); /* the loader needs it */
  NEED(wick_loader_next(loader, &x, &y) == 0 && wick_tensor_read(y, labels, 4 * sizeof(int64_t)) == 0);
  NEED(labels[0] == 81 && labels[1] == 0 && labels[2] == 16 && labels[3] == 81);
  wick_tensor_free(x);
  wick_tensor_free(y);
  NEED(wick_loader_state(loader, &epoch, &position) == 0 && epoch == 0 && position == 4);
  NEED(wick_loader_begin(loader) == 0 && wick_loader_state(loader, &epoch, &position) == 0 && epoch == 1 && position == 0);
  NEED(wick_loader_set_state(loader, 0, 4) == 0 && wick_loader_begin(loader) == 0);
  NEED(wick_loader_next(loader, &x, &y) == 0 && wick_tensor_read(y, labels, 2 * sizeof(int64_t)) == 0 && labels[0] == 0 && labels[1] == 16);
  wick_tensor_free(x);
  wick_tensor_free(y);
  NEED(wick_loader_next(loader, &x, &y) == 0 && x == NULL && y == NULL);
  NEED(wick_loader_set_state(loader, 0, 7) == 1 && strstr(wick_last_error(), "at most 6 samples") != NULL);
  wick_loader_free(loader);
  NEED(squares.freed == 1);
  NEED(wick_dataset_function(-1, &get, &own) == 1 && own == NULL && squares.freed == 2);

  /* Sets of recipes, cut; a loader that works ahead gives every sample once. */
  NEED(wick_dataset_create("{\"type\":\"toy\",\"kind\":\"moons\",\"train\":20,\"val\":10}", 1, 0, toy) == 0 && toy[0] && toy[1] && !toy[2]);
  NEED(wick_dataset_info(toy[0], &json) == 0 && strcmp(json, "{\"size\":20,\"sample_shape\":[2],\"classes\":2,\"class_names\":[]}") == 0);
  NEED(wick_dataset_create("{\"type\":\"toi\"}", 1, 0, train) == 9 && strstr(wick_last_error(), "unknown data set \"toi\"") != NULL);
  NEED(wick_random_split(toy[0], lengths, 2, 0, 0, cut) == 1 && strstr(wick_last_error(), "add up to 9; need 20") != NULL);
  NEED(wick_random_split(toy[0], shares, 2, 0, 1, cut) == 0 && wick_dataset_size(cut[0], &size) == 0 && size == 14);
  NEED(wick_dataset_targets(cut[0], &y) == 0 && wick_tensor_read(y, labels, 14 * sizeof(int64_t)) == 0);
  for (i = 0, k = 0; i < 14; ++i) k += (int32_t)labels[i];
  NEED(k == 7);
  wick_tensor_free(y);
  NEED(wick_kfold("{\"type\":\"StratifiedKFold\",\"shuffle\":true}", toy[0], train, test, 5, &n) == 0 && n == 5);
  for (i = 0; i < n; ++i) {
    NEED(wick_dataset_size(train[i], &size) == 0 && size == 16 && wick_dataset_targets(test[i], &y) == 0);
    NEED(wick_tensor_read(y, labels, 4 * sizeof(int64_t)) == 0 && labels[0] + labels[1] + labels[2] + labels[3] == 2);
    wick_tensor_free(y);
    wick_dataset_free(train[i]);
    wick_dataset_free(test[i]);
  }
  NEED(wick_loader_create(toy[1], "{\"batch_size\":4,\"shuffle\":true,\"num_workers\":1}", NULL, NULL, &loader) == 0);
  for (batches = 0, k = 0; wick_loader_next(loader, &x, &y) == 0 && x; ++batches) {
    int64_t rows = 0;
    wick_tensor_shape(y, &rows);
    k += (int32_t)rows;
    wick_tensor_free(x);
    wick_tensor_free(y);
  }
  NEED(batches == 3 && k == 10);
  wick_loader_free(loader);

  /* Orders. */
  NEED(wick_sampler_create("{\"type\":\"RandomSampler\",\"seed\":3}", 10, NULL, &sampler) == 0 && wick_sampler_size(sampler, &size) == 0 && size == 10);
  NEED(wick_sampler_order(sampler, 1, &y) == 0 && wick_tensor_read(y, order, sizeof order) == 0);
  for (i = 0, k = 0; i < 10; ++i) k |= 1 << order[i];
  NEED(k == 1023);
  wick_tensor_free(y);
  wick_sampler_free(sampler);
  NEED(wick_sampler_create("{\"type\":\"WeightedRandomSampler\",\"num_samples\":20}", 0, NULL, &sampler) == 1 && strstr(wick_last_error(), "weights are NULL") != NULL);
  NEED(wick_tensor_create(1, 1, four, weights, &of) == 0);
  NEED(wick_sampler_create("{\"type\":\"WeightedRandomSampler\",\"num_samples\":20}", 0, of, &sampler) == 0);
  NEED(wick_sampler_order(sampler, 0, &y) == 0 && wick_tensor_read(y, labels, sizeof labels) == 0);
  for (i = 0; i < 20; ++i) ++drawn[labels[i]];
  NEED(drawn[0] == 0 && drawn[2] == 0 && drawn[3] > drawn[1]);
  wick_tensor_free(y);
  wick_tensor_free(of);
  NEED(wick_loader_create(toy[0], "{\"shuffle\":true}", sampler, NULL, &loader) == 1 && strstr(wick_last_error(), "mutually exclusive with shuffle") != NULL);
  wick_sampler_free(sampler);
  wick_dataset_free(cut[0]);
  wick_dataset_free(cut[1]);
  wick_dataset_free(toy[0]);
  wick_dataset_free(toy[1]);

  /* Samples one after another, twice over. */
  NEED(wick_loader_iterable(&next, "{\"shuffle\":true}", NULL, &loader) == 1 && strstr(wick_last_error(), "gives its own order") != NULL);
  NEED(wick_loader_iterable(&next, "{\"batch_size\":2}", NULL, &loader) == 0 && wick_loader_size(loader, &size) == 1);
  for (i = 0; i < 6; ++i) {
    NEED(wick_loader_next(loader, &x, &y) == 0 && (i % 3 == 2) == (x == NULL));
    if (!x) continue;
    NEED(wick_tensor_read(y, labels, (i % 3 == 0 ? 2 : 1) * sizeof(int64_t)) == 0 && labels[0] == i % 3 * 2);
    wick_tensor_free(x);
    wick_tensor_free(y);
  }
  wick_loader_free(loader);
  wick_loader_free(NULL);
  NEED(live_tensors() == before);
  return 0;
}

int main(void) {
  const float values[4] = {1, 2, 3, 4};
  const int64_t shape[2] = {2, 2};
  wick_tensor *x = NULL, *product = NULL, *total = NULL, *grad = NULL;
  wick_value args[2] = {{0}};
  int32_t n = 0;
  float back[4];
  const char* json = NULL;
  wick_session* session = NULL;

  NEED(sizeof(wick_value) == 16);
  NEED(wick_tensor_create(0, 2, shape, values, &x) == 0);
  NEED(wick_tensor_set_requires_grad(x, 1) == 0);
  args[0].type = args[1].type = WICK_TENSOR;
  args[0].as.t = args[1].as.t = x;
  NEED(wick_op_call("mul", args, 2, &product, 1, &n) == 0 && n == 1);
  args[0].as.t = product;
  NEED(wick_op_call("sum", args, 1, &total, 1, &n) == 0 && n == 1);
  NEED(strcmp(wick_tensor_grad_fn(total), "SumBackward0") == 0);
  NEED(wick_tensor_backward(total, NULL, 0, 0) == 0);
  NEED(wick_tensor_grad(x, &grad) == 0 && grad != NULL);
  NEED(wick_tensor_read(grad, back, sizeof back) == 0);
  NEED(back[0] == 2 && back[3] == 8);
  NEED(wick_op_call("sofmax", args, 1, &total, 1, &n) == 1);
  NEED(strstr(wick_last_error(), "softmax") != NULL);
  NEED(wick_tensor_read(grad, back, 3) != 0);
  wick_tensor_free(x);
  wick_tensor_free(product);
  wick_tensor_free(total);
  wick_tensor_free(grad);
  wick_tensor_free(NULL);

  NEED(wick_recipe_check("{\"model\": 3}", &json) == 0 && strstr(json, "\"ok\":false") != NULL);
  NEED(wick_session_create("{\"model\":{\"type\":\"Linear\",\"in_features\":2,\"out_features\":2},"
                           "\"data\":{\"type\":\"toy\",\"kind\":\"moons\",\"train\":64,\"val\":32},"
                           "\"loss\":{\"type\":\"CrossEntropyLoss\"},\"optimizer\":{\"type\":\"SGD\",\"lr\":0.1}}", &session) == 0);
  NEED(wick_session_call(session, "step", "{\"units\":2}", &json) == 0 && strstr(json, "\"loss\"") != NULL);
  NEED(wick_session_call(session, "stpe", "{}", &json) != 0);
  wick_session_free(session);

  {
    wick_module* model = NULL;
    wick_frozen* program = NULL;
    wick_tensor *example = NULL, *y = NULL;
    int64_t out_shape[8];
    int32_t rank = 0, dtype = -1;
    float eager[2], frozen[2];
    const int64_t rows[2] = {1, 4};
    NEED(wick_module_create("{\"type\":\"Linear\",\"in_features\":4,\"out_features\":2}", &model) == 0);
    NEED(wick_tensor_create(0, 2, rows, values, &example) == 0);
    NEED(wick_module_forward(model, example, &y) == 0 && wick_tensor_read(y, eager, sizeof eager) == 0);
    NEED(wick_module_freeze(model, example, &program) == 0);
    NEED(wick_frozen_shape(program, 5, 1, out_shape, &rank, &dtype) == 0 && rank == 2 && dtype == 0 && out_shape[0] == 5 && out_shape[1] == 2);
    NEED(wick_frozen_run(program, values, frozen, 1) == 0);
    NEED(eager[0] - frozen[0] < 1e-5f && frozen[0] - eager[0] < 1e-5f && eager[1] - frozen[1] < 1e-5f && frozen[1] - eager[1] < 1e-5f);
    NEED(wick_frozen_run(program, values, frozen, 0) != 0 && strstr(wick_last_error(), "batch size 0") != NULL);
    wick_frozen_free(program);
    wick_tensor_free(example);
    wick_tensor_free(y);
    wick_module_free(model);
  }
  {
    const float scores[4] = {0.1f, 0.4f, 0.35f, 0.8f};
    const int64_t labels[4] = {0, 0, 1, 1}, four[1] = {4};
    const float fpr[5] = {0, 0, 0.5f, 0.5f, 1}, tpr[5] = {0, 0.5f, 0.5f, 1, 1};
    wick_metric *roc = NULL, *matrix = NULL;
    wick_tensor *preds = NULL, *target = NULL, *curve[3] = {NULL, NULL, NULL}, *counts = NULL;
    int64_t cells[4];
    double figure = 0;
    NEED(wick_metric_create("{\"type\":\"ROC\",\"task\":\"binary\"}", 2, &roc) == 0);
    NEED(wick_metric_create("{\"type\":\"ConfusionMatrix\",\"task\":\"binary\"}", 2, &matrix) == 0);
    NEED(wick_tensor_create(0, 1, four, scores, &preds) == 0 && wick_tensor_create(2, 1, four, labels, &target) == 0);
    NEED(wick_metric_update(roc, preds, target) == 0 && wick_metric_update(matrix, preds, target) == 0);
    NEED(wick_metric_results(roc, NULL, 0, &n) == 0 && n == 3);
    NEED(wick_metric_results(roc, curve, 3, &n) == 0);
    for (int part = 0; part < 2; ++part) {
      float got[5];
      NEED(wick_tensor_read(curve[part], got, sizeof got) == 0 && memcmp(got, part ? tpr : fpr, sizeof got) == 0);
    }
    NEED(wick_metric_results(matrix, &counts, 1, &n) == 0 && n == 1 && wick_tensor_read(counts, cells, sizeof cells) == 0);
    NEED(cells[0] == 2 && cells[1] == 0 && cells[2] == 1 && cells[3] == 1);
    NEED(wick_metric_compute(roc, &figure, 1, &n) == 1 && strstr(wick_last_error(), "[ROC] its result is tensors") != NULL);
    for (int part = 0; part < 3; ++part) wick_tensor_free(curve[part]);
    wick_tensor_free(counts);
    wick_tensor_free(preds);
    wick_tensor_free(target);
    wick_metric_free(roc);
    wick_metric_free(matrix);
  }
  if (functions() != 0) return 1;
  if (data() != 0) return 1;
  puts("the C interface works");
  return 0;
}
