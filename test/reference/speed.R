# What R's survey package needs for the steps of `npm run bench:analysis`, and what it finds.
# Rscript speed.R <folder> [only-rake]: reads sample.csv and margins.csv, writes r-*.csv and r-times.csv there.
suppressPackageStartupMessages(library(survey))

arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
only_rake <- identical(arguments[2], "only-rake")
inside <- function(name) file.path(folder, name)

sample <- read.csv(inside("sample.csv"))
counts <- read.csv(inside("margins.csv"), colClasses = c("character", "character", "numeric"))
variables <- unique(counts$variable)
for (variable in variables) {
  known <- counts$category[counts$variable == variable]
  sample[[variable]] <- factor(sample[[variable]], levels = known)
}
# A domain of a raked design keeps its other rows at weight 0, and they must hold a number.
sample$has_answered <- !is.na(sample$answer)
sample$answer[!sample$has_answered] <- 3
margin <- function(variable) {
  own <- counts[counts$variable == variable, ]
  table <- data.frame(factor(own$category, levels = own$category), own$count)
  names(table) <- c(variable, "Freq")
  table
}
margins <- lapply(variables, margin)
formulas <- lapply(variables, function(variable) reformulate(variable))

times <- data.frame()
timed <- function(step, work) {
  gc()
  spent <- system.time(result <- work())
  times <<- rbind(times, data.frame(
    step = step, seconds = spent[["elapsed"]], cpu = spent[["user.self"]] + spent[["sys.self"]]
  ))
  write.csv(times, inside("r-times.csv"), row.names = FALSE)
  result
}

design <- svydesign(ids = ~1, weights = ~weight, data = sample)
raked <- timed("rake", function() {
  rake(design, formulas, margins, control = list(maxit = 500, epsilon = 1e-10))
})
write.csv(data.frame(weight = weights(raked)), inside("r-weights.csv"), row.names = FALSE)
if (only_rake) quit(save = "no")

# rake() takes its residuals without design weights, which is no difference here: all rows start with the same weight.
answered <- subset(raked, has_answered)
scores <- timed("scores", function() {
  answered <- update(answered,
    x = (answer - 1) / 4,
    support = as.numeric(answer > 3),
    net = sign(answer - 3)
  )
  place <- svyby(~x, ~area, answered, svymean)
  center <- setNames(place$x, place$area)
  # The influence of a variance is that of a mean of squares about the estimated mean.
  answered <- update(answered, square = 4 * (x - center[as.character(area)])^2)
  support <- svyby(~support, ~area, answered, svymean)
  net <- svyby(~net, ~area, answered, svymean)
  square <- svyby(~square, ~area, answered, svymean)
  data.frame(
    area = as.character(place$area),
    support = support$support, support_se = support$se,
    net = net$net, net_se = net$se,
    polarization = square$square + 4 * place$se^2, polarization_se = square$se
  )
})
write.csv(scores, inside("r-scores.csv"), row.names = FALSE)

replicates <- timed("replicates", function() {
  drawn <- as.svrepdesign(design, type = "subbootstrap", replicates = 500)
  rake(drawn, formulas, margins, control = list(maxit = 500, epsilon = 1e-10))
})
answered <- update(subset(replicates, has_answered), support = as.numeric(answer > 3))
bootstrapped <- svyby(~support, ~area, answered, svymean)
write.csv(
  data.frame(area = as.character(bootstrapped$area), support_se = bootstrapped$se),
  inside("r-bootstrap.csv"),
  row.names = FALSE
)
