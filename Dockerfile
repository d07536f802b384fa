# docker build -t citeaudit . && docker run --rm -v "$PWD:/work" citeaudit check article.html
FROM python:3.13-slim
COPY . /src
RUN python -m pip install --no-cache-dir --disable-pip-version-check "/src[docx,pdf]" && rm -rf /src
RUN useradd --create-home --uid 1000 citeaudit
USER citeaudit
WORKDIR /work
ENTRYPOINT ["citeaudit"]
CMD ["--help"]
