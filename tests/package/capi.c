/* The C interface from C: a tensor, an op, an error, a session. */
#include <stdio.h>
#include <string.h>
#include <wick/wick.h>

#define NEED(ok)                                                             \
  do {                                                                       \
    if (!(ok)) {                                                             \
      printf("line %d: %s (%s)\n", __LINE__, #ok, wick_last_error());        \
      return 1;                                                              \
    }                                                                        \
  } while (0)

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
  puts("the C interface works");
  return 0;
}
